// What a page looks like in the browser: each function returns a list of what is wrong, in words.
const GtmLook = {
  name(node) {
    const where = node.closest('section, header, footer, nav, main');
    const id = node.id || (node.closest('[id]') || {}).id || (where && where.id) || '';
    return `<${node.tagName.toLowerCase()}> in #${id}: "${(node.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
  },
  isSeen(node) {
    if (!node.checkVisibility || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = node.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return false;
    for (let up = node; up && up.nodeType === 1; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.clipPath !== 'none' || (style.position === 'absolute' && up.getBoundingClientRect().right < 0)) return false;
    }
    return true;
  },
  // Whether all of the page is laid out, down to its end.
  isWhole() { return ![...document.querySelectorAll('*')].some(node => getComputedStyle(node).contentVisibility === 'auto'); },
  // Who comes to a part of the page by a link to it finds it at the window's top, or on the page's last screen.
  strayed() {
    const node = document.querySelector(':target'), root = document.documentElement;
    if (!node) return [`nowhere: ${location.hash}`];
    const top = node.getBoundingClientRect().top, isAtEnd = scrollY + innerHeight > root.scrollHeight - 2;
    return Math.abs(top) > 40 && !(isAtEnd && top > 0 && innerHeight > top) ? [`${Math.round(top)} pixels below the window's top: ${this.name(node)}`] : [];
  },
  // The page itself never scrolls sideways.
  sideways() {
    const root = document.documentElement;
    return root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`] : [];
  },
  // What can be clicked is at least 24 pixels high and wide.
  targets() {
    return [...document.querySelectorAll('a[href], summary, button, input, select')].filter(node => this.isSeen(node))
      .filter(node => { const box = node.getBoundingClientRect(); return box.width < 23.9 || box.height < 23.9; })
      .map(node => { const box = node.getBoundingClientRect();
        return `${box.width.toFixed(1)} × ${box.height.toFixed(1)}: ${this.name(node)}`; });
  },
  // No text is cut off by what it stands in, or by the window's edge.
  clipped() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const node = text.parentElement;
      if (!text.data.trim() || /^(title|desc|style|script)$/.test(node.tagName) || !this.isSeen(node)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      let edges = { left: 0, right: innerWidth, why: 'the window' }, scrolls = false;
      for (let up = node; up && up !== document.documentElement; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (/auto|scroll/.test(style.overflowX)) { scrolls = true; break; }
        if (/hidden|clip/.test(style.overflowX) && up.tagName !== 'svg') {
          const outer = up.getBoundingClientRect();
          if (outer.right < edges.right) edges = { left: outer.left, right: outer.right, why: 'its box' };
        }
      }
      if (!scrolls && (box.right > edges.right + 1 || box.left < edges.left - 1)) found.push(`cut by ${edges.why}: ${this.name(node)}`);
    }
    return found;
  },
  // Cells hold what stands in them: nothing runs over into the next one.
  overflows() {
    return [...document.querySelectorAll('td, th, h1, h2, h3, li, p')].filter(node => this.isSeen(node))
      .filter(node => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
      .map(node => `${node.scrollWidth} in ${node.clientWidth}: ${this.name(node)}`);
  },
  // Each chart draws something, and says it in words too.
  emptyCharts() {
    return [...document.querySelectorAll('svg.plot')].filter(svg => {
      const marks = [...svg.querySelectorAll('rect, polyline, circle, path:not(.grid, .axis)')].filter(mark => {
        const box = mark.getBBox();
        return Math.max(box.width, box.height) > 0.05;
      });
      return marks.length === 0 && this.isSeen(svg);
    }).map(svg => this.name(svg));
  },
  // The box of a text without the room that a font leaves above its letters, which hangs on the font.
  inked(text) {
    const box = text.getBoundingClientRect();
    const matrix = text.getScreenCTM();
    if (!matrix || matrix.b !== 0) return box;
    const height = Math.min(box.height, 1.2 * matrix.a * parseFloat(getComputedStyle(text).fontSize));
    return new DOMRect(box.x, box.bottom - height, box.width, height);
  },
  // Labels of a drawing lie neither on each other nor outside it.
  labels() {
    const found = [];
    for (const svg of document.querySelectorAll('svg')) {
      if (!this.isSeen(svg)) continue;
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map(text => ({ text, box: this.inked(text) }));
      texts.forEach(({ text, box }, index) => {
        if (box.left < frame.left - 3 || box.right > frame.right + 3 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3)
          found.push(`outside its drawing: ${this.name(text)}`);
        for (const other of texts.slice(index + 1)) {
          const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (x > 1 && y > 0.25 * Math.min(box.height, other.box.height))
            found.push(`on each other: ${this.name(text)} and "${other.text.textContent}"`);
        }
      });
      const cut = texts.map(({ text }) => text.textContent).filter(text => text.includes('…'));
      for (const text of new Set(cut)) if (cut.filter(other => other === text).length > 1) found.push(`two labels alike: ${text}`);
    }
    return found;
  },
  // In a table by period the newest one is seen without scrolling.
  newest() {
    const found = [];
    for (const table of document.querySelectorAll('table')) {
      if (!this.isSeen(table)) continue;
      const heads = [...table.querySelectorAll('thead th')].map(node => ({ node, period: (node.textContent.match(/\d{4}(-(W\d\d|Q\d|\d\d))?/) || [])[0] }))
        .filter(({ period }) => period);
      if (heads.length < 3) continue;
      const newest = heads.reduce((a, b) => (b.period > a.period ? b : a));
      const scroller = table.closest('.scroll');
      const view = scroller ? scroller.getBoundingClientRect() : { left: 0, right: innerWidth };
      const box = newest.node.getBoundingClientRect();
      if (box.width && (box.right > Math.min(view.right, innerWidth) + 1 || box.left < view.left)) found.push(`${newest.period} in #${table.id}`);
    }
    return found;
  },
  // Every folded part opened or closed.
  fold(open) { document.querySelectorAll('details').forEach(node => { node.open = open; }); },
};
