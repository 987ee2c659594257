import { fillTemplate, readTemplate, TemplateError } from './template-text';

const placeholders = { texts: { day: 'The day', who: 'Who' }, blocks: { points: 'The points' } };
const read = (source: string) => readTemplate(source, placeholders);
const filled = (source: string, texts = {}, blocks = {}) => fillTemplate(read(source), texts, blocks);

describe('The wording of a paper', () => {
  it('becomes blocks with the answers in it', () => {
    const made = filled(
      '# Letter of {{day}}\n\n**{{who}}** wrote\nthis.\n\n> Keep it.\n\n## Points\n\n{{points}}\n\n- one\n- by {{who}}',
      { day: 'Friday', who: 'The council' },
      { points: [{ kind: 'list', ordered: true, items: [[{ text: 'A' }]] }] },
    );
    expect(made.title).toBe('Letter of Friday');
    expect(made.blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [{ text: 'The council', strong: true }, { text: ' wrote' }, { text: ' ' }, { text: 'this.' }],
      },
      { kind: 'notice', runs: [{ text: 'Keep it.' }] },
      { kind: 'heading', level: 2, text: 'Points' },
      { kind: 'list', ordered: true, items: [[{ text: 'A' }]] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ text: 'one' }], [{ text: 'by ' }, { text: 'The council' }]],
      },
    ]);
  });

  it('never reads an answer as Markdown or as a placeholder', () => {
    const evil = '# Title\n\n> {{day}} **bold** <b>x</b> {{7*7}}';
    const made = filled('# T\n\n{{who}}', { who: evil });
    expect(made.blocks).toEqual([{ kind: 'paragraph', runs: [{ text: evil }] }]);
  });

  it('leaves out what has nothing to say, and the heading over it', () => {
    const made = filled(
      '# T\n\n## Points\n\n{{points}}\n\n### More\n\nBy {{who}}.\n\n## Day\n\nOn {{day}}.',
      { day: 'Friday' },
    );
    expect(made.blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind))).toEqual([
      'Day',
      'paragraph',
    ]);
  });

  it.each([
    [
      '# T\n\n{{child.name}}',
      /There is no {{child.name}} in this paper. You can use {{day}}, {{who}}, {{points}}/,
    ],
    ['# T\n\nSee {{points}} here', /{{points}} must stand alone/],
    ['# T\n\n{% if x %}', /two braces/],
    ['# T\n\n{{day', /two braces/],
    ['No title', /begins with one title/],
    ['# T\n\n# U', /begins with one title/],
    ['# T\n\n#### Deep', /no more/],
    [`# T\n\n${'x'.repeat(21_000)}`, /longer than/],
  ])('refuses %j and says why', (source, why) => {
    expect(() => read(source)).toThrow(TemplateError);
    expect(() => read(source)).toThrow(why);
  });

  it('shows markup that it does not know as it was typed', () => {
    expect(filled('# T\n\n<script>x</script> [a](http://b)').blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: '<script>x</script> [a](http://b)' }] },
    ]);
  });
});
