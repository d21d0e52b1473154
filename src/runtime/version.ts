/** Version of LiteRT that runs models in this process: the version of the package `@litertjs/core`. */
export const litertVersion = '2.5.3';
