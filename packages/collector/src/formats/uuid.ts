/** A UUID (version 8) made from an id: the same one for the same id, as receivers that dedupe by UUID need it. */
export const uuidOf = (id: string): string => {
  let hex = '';
  for (let lane = 1; lane < 9; lane += 2) {
    let hash = lane;
    // Murmur's multiplier and a shift (https://github.com/aappleby/smhasher), each lane from another start.
    for (const sign of id + lane) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x5bd1e995) ^ (hash >>> 15);
    hex += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-8$3-8$4-');
};
