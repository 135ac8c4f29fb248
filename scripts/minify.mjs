import terser from '@rollup/plugin-terser';

/** What is published is made small in one way, and measured in the same. */
export const minify = () =>
  terser({
    module: true,
    compress: { passes: 3, unsafe_arrows: true, ecma: 2020 },
    format: { comments: false },
  });
