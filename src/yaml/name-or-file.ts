/** Whether what names a recipe or a device is the path of a file: it has a slash or a file's ending. */
export function isFilePath(nameOrFile: string): boolean {
  return /[/\\]|\.(ya?ml|json)$/i.test(nameOrFile);
}
