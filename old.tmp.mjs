import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
// ../../main/src/picture/tiff.ts
/** TIFF 6.0, section 2: field types SHORT and LONG; UNDEFINED for the profile. */
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const HEADER_LENGTH = 8;
const FIELD_LENGTH = 12;
/** A TIFF 6.0 file, little endian, one strip, four inks (photometric interpretation 5). */
function cmykTiff(pixels, profile) {
	const depthsAt = 10 + (profile === void 0 ? 10 : 11) * FIELD_LENGTH + 4;
	const profileAt = depthsAt + 8;
	const stripAt = profileAt + (profile?.length ?? 0);
	const fields = [
		[
			256,
			LONG,
			1,
			pixels.width
		],
		[
			257,
			LONG,
			1,
			pixels.height
		],
		[
			258,
			SHORT,
			4,
			depthsAt
		],
		[
			259,
			SHORT,
			1,
			1
		],
		[
			262,
			SHORT,
			1,
			5
		],
		[
			273,
			LONG,
			1,
			stripAt
		],
		[
			277,
			SHORT,
			1,
			4
		],
		[
			278,
			LONG,
			1,
			pixels.height
		],
		[
			279,
			LONG,
			1,
			pixels.data.length
		],
		[
			284,
			SHORT,
			1,
			1
		]
	];
	if (profile !== void 0) fields.push([
		34675,
		UNDEFINED,
		profile.length,
		profileAt
	]);
	const head = Buffer.alloc(profileAt);
	head.write("II*\0", "latin1");
	head.writeUInt32LE(HEADER_LENGTH, 4);
	head.writeUInt16LE(fields.length, HEADER_LENGTH);
	fields.forEach((field, index) => {
		writeField(head, 10 + index * FIELD_LENGTH, field);
	});
	for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, depthsAt + channel * 2);
	return Buffer.concat([
		head,
		profile ?? Buffer.alloc(0),
		pixels.data
	]);
}
/** A little-endian SHORT in a four-byte slot with zeros after it reads the same as a LONG. */
function writeField(head, at, [tag, type, count, value]) {
	head.writeUInt16LE(tag, at);
	head.writeUInt16LE(type, at + 2);
	head.writeUInt32LE(count, at + 4);
	head.writeUInt32LE(value, at + 8);
}
`${sharpVersion()}`;
/** sharp takes 50 ms to load, which a run that finds everything in the cache does not need. */
async function sharpModule() {
	return (await import("sharp")).default;
}
function sharpVersion() {
	const entry = createRequire(import.meta.url).resolve("sharp");
	const { version } = JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8"));
	return version;
}
/** Lightness as one channel with sRGB's tone curve, 255 white. */
function toGray(picture) {
	return pixelsOf(picture.toColourspace("b-w"));
}
async function pixelsOf(picture) {
	const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
	return {
		data,
		width: info.width,
		height: info.height,
		channels: info.channels
	};
}
/** The lightness (sRGB's gray, 0 to 255) that a press profile gives to CMYK pixels in one row. */
async function proofGray(pixels, profile) {
	return (await toGray((await sharpModule())(cmykTiff(pixels, profile)))).data;
}
// ../../main/src/picture/tone.ts
/** A press profile goes in, the tone curve for pictures and tints printed in black alone comes out. */
/** CIE L* of an sRGB gray value (IEC 61966-2-1 and CIE 15, D65 white). */
function lightnessOf(gray) {
	const encoded = gray / 255;
	const linear = encoded <= .04045 ? encoded / 12.92 : ((encoded + .055) / 1.055) ** 2.4;
	return linear <= 216 / 24389 ? linear * 24389 / 27 : 116 * Math.cbrt(linear) - 16;
}
/** The ramp of a press profile, dot gain and all. Throws if the file is no CMYK profile. */
async function readBlackRamp(profile) {
	const data = Buffer.alloc(1024);
	for (let black = 0; black < 256; black++) data[black * 4 + 3] = black;
	const proof = await proofGray({
		data,
		width: 256,
		height: 1,
		channels: 4
	}, await readFile(profile));
	let darkest = 100;
	return [...proof].map((gray) => {
		darkest = Math.min(darkest, lightnessOf(gray));
		return darkest;
	});
}
/**
* For each gray value 0 to 255 of sRGB the amount of black ink, 0 to 255. Steps of lightness in the picture become equal steps of
* lightness in print between the highlight and the shadow dot, so the press's dot gain is undone and nothing is clipped.
*/
function blackCurve(ramp, range) {
	const light = lightnessInPrint(ramp, range.highlight * 255);
	const dark = lightnessInPrint(ramp, range.shadow * 255);
	const curve = /* @__PURE__ */ new Uint8Array(256);
	for (let gray = 0; gray < 256; gray++) {
		const black = inkForLightness(ramp, dark + lightnessOf(gray) / 100 * (light - dark));
		curve[gray] = Math.round(Math.min(Math.max(black, range.highlight * 255), range.shadow * 255));
	}
	return curve;
}
function lightnessInPrint(ramp, black) {
	const below = Math.floor(black);
	const lower = ramp[below];
	return lower + (black - below) * ((ramp[below + 1] ?? lower) - lower);
}
/** The ramp never rises, so the first step that reaches down to the lightness holds the answer. */
function inkForLightness(ramp, lightness) {
	const reached = ramp.findIndex((step) => step <= lightness);
	if (reached < 0) return 255;
	if (reached === 0) return 0;
	const before = ramp[reached - 1];
	return reached - 1 + (before - lightness) / (before - ramp[reached]);
}
// old.tmp.ts
const r = await readBlackRamp("/work/shared/print/newsprint-snap2007.icc");
console.log([
	0,
	64,
	128,
	192,
	255
].map((i) => r[i].toFixed(1)));
const c = blackCurve(r, {
	highlight: .03,
	shadow: .9
});
console.log([
	0,
	32,
	64,
	96,
	128,
	160,
	192,
	224,
	255
].map((g) => g + ":" + Math.round(c[g] / 2.55)).join(" "));
export {};
