import { visible } from '../base/visible.js';

/** HTML that is safe to put into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The longest path, 4,096 characters, fits in twice, with whatever a sentence says of it. */
const maxPart = 10_000;

type Part = string | number | Html | readonly Html[];

/**
 * HTML from a template: strings put into it are shown as text, whatever they hold, in elements and in
 * quoted attributes; `Html` and lists of it as HTML.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    strings.map((text, index) => text + (index < parts.length ? render(parts[index]!) : '')).join(''),
  );
}

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return visible(String(part), maxPart).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const nothing = html``;
