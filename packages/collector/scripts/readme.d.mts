/** Brotli bytes of everything that can be taken by itself. */
export declare function collectorSizes(): Promise<{
  core: number;
  formats: Record<string, number>;
  entries: Record<string, number>;
  all: number;
  script: number;
}>;
/** The README with today's numbers. */
export declare function fresh(text: string): Promise<string>;
