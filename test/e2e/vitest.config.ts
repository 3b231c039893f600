import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests that start a whole VS Code: one after the other, apart from the rest.
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/e2e/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
