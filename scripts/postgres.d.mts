/** Folder with `initdb` and `postgres`, or null. */
export declare function findPostgres(): string | null;
/** Folder with PostgreSQL's programs, installing them where that is possible. */
export declare function ensurePostgres(): Promise<string>;
/** Starts a server with an empty database; `stop` ends it and removes its folder. */
export declare function startPostgres(): Promise<{ url: string; stop(): Promise<void> }>;
/** The one server for all tests of this process, which it ends with. */
export declare function sharedPostgres(): Promise<{ url: string }>;
