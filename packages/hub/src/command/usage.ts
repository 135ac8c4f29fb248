/** A command line that cannot be followed; its message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `--help` prints. */
export const USAGE = `waymark-hub: the self-hosted server of Waymark

Usage
  waymark-hub serve   --playbook FILE [--data DIR] [--port N] [--host ADDRESS] [--prefix PATH]
                      [--console DIR] [--sdk DIR] [--identity claimed|required]
                      [--issuer URL --issuer-name NAME]
  waymark-hub import FILE --playbook FILE [--data DIR]
  waymark-hub verify  [--data DIR]
  waymark-hub simulate [FILE] --draft FILE [--playbook FILE] [--data DIR] [--days N] [--json]
  waymark-hub fold FILE --playbook FILE [--order given|reversed|shuffled] [--seed N] [--duplicates SHARE]

Commands
  serve    Takes events, keeps the ledger, answers snapshots and streams.
  import   Brings in a file of events, one JSON object a line, plain or gzip. Can be cut off and run again.
  verify   Adds the whole log up anew and compares it with what is stored: one JSON line; exit code 1 when they differ.
  simulate Adds the log, or a file, up under the playbook in force and under a draft, and shows what would change.
  fold     Adds a file up without a database and prints the same line that verify would after importing it.

Options
  --data DIR        Folder of the SQLite file and the keys (default: ./waymark-data).
  --playbook FILE   The operators' playbook, JSON.
  --port N          Port to listen on (default: 4401; 0 takes a free one).
  --host ADDRESS    Address to listen on (default: 127.0.0.1).
  --prefix PATH     Path below which everything is served, for example /waymark.
  --console DIR     Folder with the built console, served at /console/.
  --sdk DIR         Folder with the built SDK: serves its waymark.js and what lies in its sdk/ folder.
  --identity MODE   Whether events need a user's token: claimed (default) takes what they say, required does not.
  --issuer URL      Public address of the hub: earned badges can then be taken along as Open Badges 3.0 credentials.
  --issuer-name N   The vendor's name in them.
  --draft FILE      The playbook to try; nothing is changed by it.
  --days N          Only the last N local days there are.
  --json            The whole comparison as one JSON line.
  --order ORDER     Order to fold in; the result is the same in any.
  --seed N          Seed of the shuffle (default: 1).
  --duplicates X    Share of the events to fold twice, 0 to 1.
  --help            This text.

Environment
  DATABASE_URL            postgres://… to use PostgreSQL instead of a SQLite file.
  WAYMARK_KEY             Public key; WAYMARK_SIGNING_KEY and WAYMARK_OPERATOR_TOKEN and
                          WAYMARK_SERVER_KEY likewise. Without them keys are
                          made once and kept in DIR/keys.json.
  WAYMARK_CREDENTIAL_KEY  RSA key (PEM) that signs credentials. Without it one is made once: DIR/credential-key.pem.

Exit codes
  0  done     1  failed, or verify found differences     2  the command line or the playbook cannot be used
`;
