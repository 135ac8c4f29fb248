/** Does something once the frame with what was just drawn is on its way to the screen; returns its undo. */
export function whenPainted(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}
