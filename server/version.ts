/** Generated from package.json by build/version.ts. */
export const version = '0.1.0';
