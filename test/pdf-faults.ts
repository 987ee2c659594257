// What a machine can say against the accessibility of a PDF (PDF/UA-1), read with another library than the one that made
// it. It is no veraPDF; each fault it can find is provoked in pdf-faults.spec.ts.

import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/** What may stand in what. Types that are not here are none of ours. */
const WITHIN: Record<string, string[]> = {
  Document: ['root'],
  H1: ['Document'],
  H2: ['Document'],
  H3: ['Document'],
  P: ['Document'],
  Figure: ['Document'],
  Caption: ['Table'],
  L: ['Document'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  Table: ['Document'],
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
};

interface Element {
  type: string;
  dict: PDFDict;
  children: Element[];
  /** Marked contents it claims, as `page mcid`. */
  claims: string[];
}

export function faultsOf(pdf: PDFDocument): string[] {
  const tree = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!tree) return ['has no structure'];
  const elements: Element[] = [];
  const roots = read(pdf, tree.get(name('K')), undefined, elements).children;
  return [
    ...ofDocument(pdf),
    ...ofNesting(roots),
    ...ofHeadings(elements),
    ...ofElements(elements),
    ...ofContents(pdf, tree, elements),
    ...ofPages(pdf),
    ...ofFonts(pdf),
  ];
}

function read(
  pdf: PDFDocument,
  found: PDFObject | undefined,
  page: PDFRef | undefined,
  all: Element[],
): Pick<Element, 'children' | 'claims'> {
  const children: Element[] = [];
  const claims: string[] = [];
  const walk = (object: PDFObject | undefined, own: PDFRef | undefined): void => {
    const value = object instanceof PDFRef ? pdf.context.lookup(object) : object;
    if (value instanceof PDFArray) return value.asArray().forEach((each) => walk(each, own));
    if (value instanceof PDFNumber) return void claims.push(`${own?.tag ?? ''} ${value.asNumber()}`);
    if (!(value instanceof PDFDict)) return;
    const on = (value.get(name('Pg')) as PDFRef | undefined) ?? own;
    if (value.get(name('Type')) === name('MCR'))
      return void claims.push(`${on?.tag ?? ''} ${String(value.get(name('MCID')))}`);
    const type = value.get(name('S'))?.toString().slice(1);
    if (!type) return;
    const element: Element = { type, dict: value, children: [], claims: [] };
    all.push(element);
    Object.assign(element, read(pdf, value.get(name('K')), on, all));
    children.push(element);
  };
  walk(found, page);
  return { children, claims };
}

const textIn = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(name(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
};

function ofDocument(pdf: PDFDocument): string[] {
  const faults: string[] = [];
  const { catalog } = pdf;
  const marks = catalog.lookupMaybe(name('MarkInfo'), PDFDict);
  if (marks?.get(name('Marked')) !== PDFBool.True) faults.push('is not said to be tagged');
  if (marks?.get(name('Suspects')) === PDFBool.True) faults.push('says that its tags are doubtful');
  if (textIn(catalog, 'Lang') !== 'en-GB') faults.push('does not say its language');
  const shown = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
  if (shown?.get(name('DisplayDocTitle')) !== PDFBool.True) faults.push('shows its file name, not its title');
  const metadata = catalog.lookup(name('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? plain(metadata, 'utf8') : '';
  if (!/pdfuaid:part>1</.test(xmp)) faults.push('does not say that it follows PDF/UA-1');
  const title = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(xmp)?.[1]?.trim();
  if (!title) faults.push('has no title in its metadata');
  if (!pdf.getTitle()?.trim()) faults.push('has no title');
  for (const key of ['OpenAction', 'AA', 'AcroForm', 'OCProperties'])
    if (catalog.has(name(key))) faults.push(`has ${key}`);
  if (/EmbeddedFiles|JavaScript/.test(String(catalog.lookup(name('Names')) ?? '')))
    faults.push('carries files or scripts');
  return faults;
}

function ofNesting(roots: Element[]): string[] {
  if (roots.length !== 1 || roots[0]?.type !== 'Document') return ['does not have one Document at its root'];
  const faults: string[] = [];
  const visit = (element: Element, parent: string): void => {
    if (!(WITHIN[element.type] ?? []).includes(parent)) faults.push(`${element.type} stands in ${parent}`);
    element.children.forEach((child) => visit(child, element.type));
  };
  roots.forEach((root) => visit(root, 'root'));
  return faults;
}

function ofHeadings(elements: Element[]): string[] {
  const levels = elements.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  if (levels[0] !== 1) return ['does not begin with a heading of the first level'];
  return levels.some((level, n) => n > 0 && level > (levels[n - 1] as number) + 1)
    ? ['skips a level of headings']
    : [];
}

function ofElements(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const { type, dict, children, claims } = element;
    const attributes = dict.lookup(name('A'));
    const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
    const attribute = (key: string): string | undefined =>
      all
        .map((each) => (each instanceof PDFDict ? each.get(name(key)) : undefined))
        .find((value) => value !== undefined)
        ?.toString();
    const kinds = children.map((child) => child.type);
    switch (type) {
      case 'Figure':
        return [
          ...(textIn(dict, 'Alt')?.trim() ? [] : ['a figure without words']),
          ...(attribute('BBox') ? [] : ['a figure without its place']),
        ];
      case 'TH':
        return /^\/(Row|Column|Both)$/.test(attribute('Scope') ?? '') ? [] : ['a header cell for nothing'];
      case 'Table': {
        const rows = children.filter((child) => child.type === 'TR');
        const widths = new Set(rows.map((row) => row.children.length));
        const headed = rows.every((row) => row.children.some((cell) => cell.type === 'TH'));
        return [
          ...(kinds[0] === 'Caption' ? [] : ['a table without a caption']),
          ...(rows.length > 0 && widths.size === 1 ? [] : ['a table with rows of different lengths']),
          ...(headed ? [] : ['a row without a header cell']),
        ];
      }
      case 'L':
        return [
          ...(attribute('ListNumbering') ? [] : ['a list that does not say how it is numbered']),
          ...(kinds.length > 0 ? [] : ['an empty list']),
        ];
      case 'LI':
        return kinds.join() === 'Lbl,LBody' ? [] : ['an item without its mark or its text'];
      default:
        // An empty cell is set as a dash: whatever holds text has some.
        return children.length === 0 && claims.length === 0 ? [`an empty ${type}`] : [];
    }
  });
}

const PAINTS = /^(Tj|TJ|'|"|S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|EI)$/;

function ofContents(pdf: PDFDocument, tree: PDFDict, elements: Element[]): string[] {
  const faults: string[] = [];
  const owner = new Map<string, Element>();
  for (const element of elements)
    for (const claim of element.claims) {
      if (owner.has(claim)) faults.push('a content that two tags claim');
      owner.set(claim, element);
    }
  const parents = parentTree(pdf, tree);
  const seen = new Set<string>();
  for (const page of pdf.getPages()) {
    const own = page.node.get(name('StructParents'));
    const known = own instanceof PDFNumber ? parents.get(own.asNumber()) : undefined;
    const open: ('decoration' | 'tag' | 'other')[] = [];
    for (const { operator, tag, mcid, notdef } of operatorsOf(pdf, page.node)) {
      if (notdef) faults.push('a letter that no font has');
      if (operator === 'BDC' || operator === 'BMC') {
        const kind = tag === 'Artifact' ? 'decoration' : mcid === undefined ? 'other' : 'tag';
        if (kind !== 'other' && open.some((each) => each !== 'other'))
          faults.push('a tag or decoration within another');
        open.push(kind);
        if (mcid === undefined) continue;
        const claim = `${page.ref.tag} ${mcid}`;
        seen.add(claim);
        const element = owner.get(claim);
        if (!element) faults.push('a content that no tag claims');
        else if (known?.[mcid] !== element.dict) faults.push('a content whose tag cannot be found from it');
      } else if (operator === 'EMC') {
        if (open.pop() === undefined) faults.push('a mark that ends and did not begin');
      } else if (PAINTS.test(operator) && !open.some((each) => each !== 'other'))
        faults.push('something painted outside every tag');
    }
    if (open.length > 0) faults.push('a mark that does not end');
  }
  for (const claim of owner.keys())
    if (!seen.has(claim)) faults.push('a tag for a content that is not there');
  return [...new Set(faults)];
}

/** Which element each mark of a page leads back to. */
function parentTree(pdf: PDFDocument, tree: PDFDict): Map<number, (PDFObject | undefined)[]> {
  const found = new Map<number, (PDFObject | undefined)[]>();
  const visit = (node: PDFDict | undefined): void => {
    const numbers = node?.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? [];
    for (let n = 0; n + 1 < numbers.length; n += 2) {
      const value = numbers[n + 1];
      const list = value instanceof PDFRef ? pdf.context.lookup(value) : value;
      if (numbers[n] instanceof PDFNumber && list instanceof PDFArray)
        found.set(
          (numbers[n] as PDFNumber).asNumber(),
          list.asArray().map((each) => (each instanceof PDFRef ? pdf.context.lookup(each) : each)),
        );
    }
    for (const kid of node?.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [])
      visit(pdf.context.lookupMaybe(kid as PDFRef, PDFDict));
  };
  visit(tree.lookupMaybe(name('ParentTree'), PDFDict));
  return found;
}

interface Operator {
  operator: string;
  tag?: string;
  mcid?: number;
  notdef?: boolean;
}

/** One after another, as the page paints. */
function operatorsOf(pdf: PDFDocument, page: { get(key: PDFName): PDFObject | undefined }): Operator[] {
  const contents = page.get(name('Contents'));
  const whole = contents instanceof PDFRef ? pdf.context.lookup(contents) : contents;
  const streams =
    whole instanceof PDFArray ? whole.asArray().map((each) => pdf.context.lookup(each)) : [whole];
  const source = streams
    .map((stream) => (stream instanceof PDFRawStream ? plain(stream, 'latin1') : ''))
    .join('\n')
    // Strings first, so that no word in them is taken for an operator.
    .replace(/\((?:\\.|[^\\)])*\)/gs, '()');
  const found: Operator[] = [];
  let tag: string | undefined;
  let mcid: number | undefined;
  let notdef = false;
  for (const [token] of source.matchAll(/<<.*?>>|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/gs)) {
    if (token.startsWith('<<')) {
      const said = /\/MCID\s+(\d+)/.exec(token)?.[1];
      mcid = said === undefined ? undefined : Number(said);
    } else if (token.startsWith('<')) notdef ||= /^<(?:[0-9A-Fa-f]{4})*?0000/.test(token);
    else if (token.startsWith('/')) tag ??= token.slice(1);
    else if (!/^[-+.\d]/.test(token)) {
      found.push({
        operator: token,
        ...(tag === undefined ? {} : { tag }),
        ...(mcid === undefined ? {} : { mcid }),
        notdef,
      });
      [tag, mcid, notdef] = [undefined, undefined, false];
    }
  }
  return found;
}

function ofPages(pdf: PDFDocument): string[] {
  const faults: string[] = [];
  for (const page of pdf.getPages()) {
    const notes = page.node.Annots()?.asArray() ?? [];
    if (notes.length > 0 && page.node.get(name('Tabs')) !== name('S'))
      faults.push('a page with links that are not in reading order');
  }
  return faults;
}

function ofFonts(pdf: PDFDocument): string[] {
  const faults: string[] = [];
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(name('Type')) !== name('Font')) continue;
    const kind = String(font.get(name('Subtype')));
    if (/CIDFontType/.test(kind)) continue;
    const [below] = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.asArray() ?? [];
    const holder = below ? pdf.context.lookup(below, PDFDict) : font;
    const about = holder.lookupMaybe(name('FontDescriptor'), PDFDict);
    if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => about?.has(name(key))))
      faults.push('a font that is not in the file');
    if (!font.has(name('ToUnicode'))) faults.push('a font whose letters cannot be read out');
  }
  return faults;
}

const plain = (stream: PDFRawStream, encoding: BufferEncoding): string =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString(encoding);
