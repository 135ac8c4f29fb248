import { useServices } from './services.js';

/** What is real here and what is not. */
export function Footer() {
  const { words } = useServices();
  return (
    <footer class="foot">
      <p>{words.about}</p>
      <a href="/waymark/console/">{words.console}</a>
    </footer>
  );
}
