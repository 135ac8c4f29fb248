/** A UUID (version 8) made from an id: the same one for the same id, as receivers that dedupe by UUID need it. */
export const uuidOf = (id: string): string => {
  let hex = '';
  // Four times FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), each from another start.
  for (let start = 0; start < 4; start++) {
    let hash = 0x811c9dc5 + start * 0x9e3779b9;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    // The last characters would else hardly reach the upper bits.
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hex += ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
  }
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, '$1-$2-8$3-8$4-$5');
};
