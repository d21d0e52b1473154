/**
 * What a reviewer sees of a comment without unfolding anything, as a golden file keeps it: figures and commits, which
 * change with LiteRT and with fixtures, are taken out.
 */
export function visiblePart(markdown: string): string {
  return markdown
    .replace(/^<!--.*-->\n/, '')
    .replace(/<details>.*?<\/details>\n*/gs, '')
    .replace(/\b[0-9a-f]{40}\b/g, 'SHA')
    .replace(/[+−±]?\d[\d.]*(–\d[\d.]*)?[ {2}](ms|%|MB|KB|B|pp)(?![\w])/g, '# $2')
    .replace(/(p [=<] )[\d.e-]+/g, '$1#')
    .replace(/:(---+|-|:-)/g, ':-');
}
