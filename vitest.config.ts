import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Ends what hangs; no test is judged by the clock, on however busy a machine.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: process.env.CI ? ['default', './scripts/plain-reporter.mjs'] : ['default'],
  },
});
