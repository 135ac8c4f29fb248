import type { Page } from 'playwright-core';

/** How two pictures differ. */
export interface Difference {
  readonly width: number;
  readonly height: number;
  readonly wasWidth: number;
  readonly wasHeight: number;
  /** Share of all small blocks whose mean color is another, 0 to 1. */
  readonly blocks: number;
  /** Places of 32 × 32 pixels that look different, as `x,y`. */
  readonly places: readonly string[];
}

/** Turns a PNG into a smaller WebP; both as base64. */
export function toWebp(page: Page, png: string): Promise<string> {
  return page.evaluate(async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer(),
    );
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, png);
}

/**
 * Compares a PNG with a kept WebP, both as base64, as somebody would who squints: by the mean colors of blocks of 8 × 8
 * pixels, in which it makes no difference how a machine smooths its letters, but whether something is there, and where.
 */
export function compare(page: Page, png: string, webp: string): Promise<Difference> {
  return page.evaluate(
    async ([now, then]) => {
      const BLOCK = 8;
      const PLACE = 4;
      const NOTICEABLE = 24;
      const MANY = 4;
      const read = async (url: string) => {
        const picture = await createImageBitmap(await (await fetch(url)).blob());
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('Expected a canvas.');
        context.drawImage(picture, 0, 0);
        return context.getImageData(0, 0, picture.width, picture.height);
      };
      const [a, b] = await Promise.all([
        read(`data:image/png;base64,${now}`),
        read(`data:image/webp;base64,${then}`),
      ]);
      /** How far apart the mean colors of a block are, in the color that differs most. */
      const distance = (column: number, row: number) => {
        let red = 0;
        let green = 0;
        let blue = 0;
        for (let y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
          let i = (y * a.width + column * BLOCK) * 4;
          let j = (y * b.width + column * BLOCK) * 4;
          for (let x = 0; x < BLOCK; x++, i += 4, j += 4) {
            red += (a.data[i] ?? 0) - (b.data[j] ?? 0);
            green += (a.data[i + 1] ?? 0) - (b.data[j + 1] ?? 0);
            blue += (a.data[i + 2] ?? 0) - (b.data[j + 2] ?? 0);
          }
        }
        return Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / BLOCK ** 2;
      };
      const columns = Math.floor(Math.min(a.width, b.width) / BLOCK);
      const rows = Math.floor(Math.min(a.height, b.height) / BLOCK);
      const found = new Map<string, number>();
      let blocks = 0;
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          if (distance(column, row) < NOTICEABLE) continue;
          blocks++;
          const side = BLOCK * PLACE;
          const place = `${Math.floor(column / PLACE) * side},${Math.floor(row / PLACE) * side}`;
          found.set(place, (found.get(place) ?? 0) + 1);
        }
      }
      return {
        width: a.width,
        height: a.height,
        wasWidth: b.width,
        wasHeight: b.height,
        blocks: blocks / Math.max(1, rows * columns),
        places: [...found].filter(([, count]) => count >= MANY).map(([place]) => place),
      };
    },
    [png, webp],
  );
}
