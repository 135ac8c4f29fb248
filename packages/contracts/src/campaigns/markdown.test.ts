import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './markdown.js';

const text = (words: string) => ({ kind: 'text', text: words });
const lineOf = (source: string) => {
  const [part] = parseMarkdown(source).tree;
  return part?.kind === 'paragraph' ? part.of : part;
};

describe('the subset of Markdown', () => {
  it('has paragraphs, headings and lists', () => {
    expect(parseMarkdown('# Hi\nOne\ntwo\n\nThree\n- a\n- b\n1. c\r\n2) d\n### Deep').tree).toEqual([
      { kind: 'heading', level: 1, of: [text('Hi')] },
      { kind: 'paragraph', of: [text('One'), { kind: 'break' }, text('two')] },
      { kind: 'paragraph', of: [text('Three')] },
      { kind: 'list', ordered: false, items: [[text('a')], [text('b')]] },
      { kind: 'list', ordered: true, items: [[text('c')], [text('d')]] },
      { kind: 'heading', level: 3, of: [text('Deep')] },
    ]);
  });

  it.each([
    [
      'a **b *c* d** e',
      [
        text('a '),
        { kind: 'strong', of: [text('b '), { kind: 'emphasis', of: [text('c')] }, text(' d')] },
        text(' e'),
      ],
    ],
    ['`a **b**`', [{ kind: 'code', text: 'a **b**' }]],
    ['[go *on*](/next)', [{ kind: 'link', href: '/next', of: [text('go *on*')] }]],
    ['\\*a\\* \\[b](c)', [text('*a* [b](c)')]],
    ['2 * 3 and **', [text('2 * 3 and **')]],
    ['****', [text('****')]],
    ['<img src=x onerror=alert(1)> &lt;', [text('<img src=x onerror=alert(1)> &lt;')]],
  ])('%s', (source, tree) => {
    expect(lineOf(source)).toEqual(tree);
    expect(parseMarkdown(source).faults).toEqual([]);
  });

  it('takes a link to nowhere good as the characters that it is of, and says so', () => {
    const { tree, faults } = parseMarkdown('[x](javascript:alert(1))');
    expect(tree).toEqual([{ kind: 'paragraph', of: [text('[x](javascript:alert(1))')] }]);
    expect(faults).toEqual(['expected http, https, mailto or a relative address, got "javascript:"']);
  });

  it('knows variables, each with what stands there for whoever has none', () => {
    expect(lineOf('Hi {{ user.name | "there" }}!')).toEqual([
      text('Hi '),
      { kind: 'variable', name: 'user.name', fallback: 'there' },
      text('!'),
    ]);
    expect(lineOf('**{{level|""}}**')).toEqual([
      { kind: 'strong', of: [{ kind: 'variable', name: 'level', fallback: '' }] },
    ]);
  });

  it.each(['{{user.name}}', '{{constructor | "x"}}', '{{user.__proto__.x | "x"}}', '{{'])(
    'says what is wrong with %s',
    (source) => {
      expect(lineOf(source)).toEqual([text(source)]);
      expect(parseMarkdown(source).faults[0]).toContain('with a fallback');
    },
  );

  it.each(['*a', '**a', '[', '[a](', '`', '{{', '- ', '\\'])('walks a long row of %s', (piece) => {
    const source = piece.repeat(5_000 / piece.length);
    expect(JSON.stringify(parseMarkdown(source).tree).length).toBeLessThan(400_000);
  });
});
