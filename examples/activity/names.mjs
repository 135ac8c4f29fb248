// Display names made up from ids. Pure: the same id always gives the same name, on every machine.

const MOODS =
  'Able Brave Bright Calm Candid Clever Cosy Daring Eager Early Fair Gentle Glad Golden Grand Happy Hardy Honest Humble Jolly Keen Kind Lively Loyal Lucid Lucky Mellow Merry Mighty Modest Neat Nimble Noble Patient Plucky Polite Proud Quick Quiet Ready Sage Serene Sharp Silent Silver Sleek Smart Snug Spry Steady Sunny Swift Tidy Tranquil True Vivid Warm Wary Wise Witty Young Zesty Zippy'.split(
    ' ',
  );

const ANIMALS =
  'Albatross Badger Beaver Bison Bittern Bobcat Bunting Caracal Chamois Chough Civet Condor Cormorant Coyote Crane Curlew Dipper Dormouse Dunlin Egret Elk Ermine Falcon Finch Fox Gannet Gecko Genet Godwit Grouse Harrier Heron Hoopoe Ibex Ibis Jackdaw Kestrel Kite Lapwing Lemming Linnet Lynx Marmot Marten Merlin Mink Newt Nuthatch Ocelot Oriole Osprey Otter Petrel Pika Pipit Plover Puffin Quail Raven Redstart Sable Shrike Tapir Wren'.split(
    ' ',
  );

const SHADES =
  'Amber Ashen Azure Cedar Cobalt Copper Coral Crimson Ebony Fern Hazel Indigo Ivory Jade Maple Slate'.split(
    ' ',
  );

const HOUSES =
  'Atelier Bridge Circuit Compass Forge Foundry Garden Harbor Lantern Loom Mill Orchard Press Quarry Studio Works'.split(
    ' ',
  );

/** A made-up name for a person: `u_10a5984b94` → `Silver Osprey b94`. */
export function personName(userId) {
  return madeUp(userId, MOODS, ANIMALS);
}

/** A made-up name for a company: `c_9d5508e5` → `Crimson Forge 8e5`. */
export function companyName(companyId) {
  return madeUp(companyId, SHADES, HOUSES);
}

function madeUp(id, first, second) {
  const mixed = hash(id);
  // Two digits of their own for each word; the id's own tail keeps apart those who share both words.
  return `${first[mixed % first.length]} ${second[(mixed >>> 16) % second.length]} ${id.slice(-3)}`;
}

// FNV-1a, 32 bit: http://www.isthe.com/chongo/tech/comp/fnv/
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  // A last stir (from MurmurHash3), because FNV leaves the low bits of short texts alike.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
