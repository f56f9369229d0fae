import react from '@vitejs/plugin-react';
import {defineConfig} from 'vitest/config';
import {fileURLToPath} from 'node:url';

/** The system that `npm run dev` works against; HOLDFAST_PORT_SHIFT names another, as it does for ./holdfast. */
const gateway = `http://127.0.0.1:${8080 + Number(process.env.HOLDFAST_PORT_SHIFT ?? '0')}`;

/** What is fetched together; everything else follows the pages that need it. */
const groups = [
  {name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 3},
];

export default defineConfig({
  plugins: [react()],
  resolve: {alias: {'@': fileURLToPath(new URL('./src', import.meta.url))}},
  build: {
    outDir: 'target/site',
    // The oldest browsers that stand in stations: browserslist in package.json says the same.
    target: ['chrome109', 'firefox115'],
    chunkSizeWarningLimit: 1200,
    modulePreload: {polyfill: false},
    rolldownOptions: {output: {codeSplitting: {groups}}},
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {'/v1': gateway, '/settings.json': gateway, '/openapi.json': gateway},
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    css: false,
    testTimeout: 20_000,
  },
});
