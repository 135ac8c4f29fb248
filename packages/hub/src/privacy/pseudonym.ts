import { createHmac } from 'node:crypto';

/** Among whom a pseudonym is used: one of the company tells nothing about the one among all companies. */
export type PseudonymScope = 'company' | 'vendor';

const LENGTH = 16;
const ADJECTIVES =
  'Amber Bold Brave Bright Brisk Calm Clear Clever Cosy Crisp Dapper Daring Deep Eager Early Fair Fleet Fresh Gentle Glad Golden Happy Hardy Humble Jolly Keen Kind Lively Lucky Mellow Merry Mild Neat Nimble Patient Placid Plucky Polite Proud Quick Quiet Rapid Ready Silver Smart Snug Steady Sunny Swift Tidy Tranquil Trusty Vivid Warm Wise Witty'.split(
    ' ',
  );
const ANIMALS =
  'Badger Beaver Bison Bunting Camel Crane Curlew Dolphin Dove Eagle Egret Falcon Ferret Finch Fox Gazelle Gull Hare Hawk Heron Ibex Ibis Jay Kestrel Kite Koala Lark Lemur Leopard Lynx Marten Mole Moose Narwhal Newt Ocelot Orca Oriole Osprey Otter Owl Panda Pelican Penguin Plover Puffin Quail Rabbit Raven Robin Seal Sparrow Stork Swallow Swan Tapir Tern Thrush Tiger Walrus Wren'.split(
    ' ',
  );

/** Makes pseudonyms: the same for the same person for as long as the secret stays, and nothing can be read back from one. */
export function createPseudonyms(signingKey: string) {
  const secret = createHmac('sha256', signingKey).update('waymark pseudonyms').digest();
  return (scope: PseudonymScope, companyId: string, userId: string): string => {
    const digest = createHmac('sha256', secret).update(JSON.stringify([scope, companyId, userId]));
    return `~${digest.digest('base64url').slice(0, LENGTH)}`;
  };
}

/** Makes the pseudonym of a member. */
export type PseudonymOf = ReturnType<typeof createPseudonyms>;

/** An alias made from nothing but a pseudonym: "Quiet Heron 4f2". */
export function aliasOf(pseudonym: string): string {
  const bytes = Buffer.from(pseudonym.slice(1), 'base64url');
  const adjective = ADJECTIVES[bytes.readUInt16BE(0) % ADJECTIVES.length];
  const animal = ANIMALS[bytes.readUInt16BE(2) % ANIMALS.length];
  return `${adjective} ${animal} ${bytes.toString('hex', 4, 6).slice(0, 3)}`;
}
