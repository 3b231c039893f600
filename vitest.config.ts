import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', '**/node_modules/**'],
    // Two slow cores running the whole suite must not fail on time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
