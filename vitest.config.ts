import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests in a workbench are a run of their own: test/e2e/vitest.config.ts.
    exclude: ['test/fixtures/**', 'test/e2e/**', '**/node_modules/**'],
    // Two slow cores running the whole suite must not fail on time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
