import { defineConfig } from 'rolldown';

export default defineConfig({
  input: 'src/cli/main.ts',
  platform: 'node',
  external: ['sharp', 'pdfkit', 'fontkit', 'harfbuzzjs', /^hyphen\//],
  output: { dir: 'dist', format: 'esm', entryFileNames: 'main.js', chunkFileNames: '[name].js' },
});
