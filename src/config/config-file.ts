/** Where a repository's configuration is. */
export const configFile = '.github/litetrim.yml';
