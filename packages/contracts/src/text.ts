export { ADDRESS_LIMIT, addressFault, pictureFault } from './campaigns/address.js';
export { MARKDOWN_LIMIT, type ParsedText, parseMarkdown } from './campaigns/markdown.js';
export type { Inline, TextPart, TextTree, Variable } from './campaigns/text-tree.js';
