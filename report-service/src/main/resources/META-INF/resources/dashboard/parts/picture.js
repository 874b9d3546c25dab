import { colour } from '../core/theme.js';

/** Dots of a picture to a pixel of the screen: it will be enlarged. */
export const SHARPNESS = 2;
const LEGEND = 34;
const INHERITED = ['fill', 'stroke', 'stroke-width', 'opacity', 'text-anchor', 'font-family', 'font-weight'];

/** A picture goes its own way, so it says what it is of: the heading, and the page's title below it. */
export function titled(drawing, heading) {
  const sheet = document.createElement('canvas');
  const [top, side] = [56 * SHARPNESS, 16 * SHARPNESS];
  sheet.width = drawing.width + 2 * side;
  sheet.height = drawing.height + top + side;
  const pen = sheet.getContext('2d');
  pen.fillStyle = colour('surface');
  pen.fillRect(0, 0, sheet.width, sheet.height);
  const line = (text, size, weight, ink, y) => {
    letters(pen, size, weight, ink);
    pen.fillText(text, side, y * SHARPNESS, drawing.width);
  };
  line(heading, 16, 600, 'ink', 26);
  line(document.title, 12, 400, 'ink-soft', 45);
  pen.drawImage(drawing, side, top);
  return sheet;
}

function letters(pen, size, weight, ink) {
  pen.font = `${weight} ${size * SHARPNESS}px ${colour('font')}`;
  pen.fillStyle = colour(ink);
}

/** Maps side by side with what their colours mean: `legend` has the page's drawing of each colour, and the words beside it. */
export async function mapsDrawn(maps, legend) {
  const drawings = await Promise.all(maps.map(drawn));
  const swatches = await Promise.all(legend.map(({ swatch }) => drawn(swatch)));
  const sheet = document.createElement('canvas');
  sheet.width = drawings.reduce((sum, { width }) => sum + width, 0);
  const height = Math.max(...drawings.map((each) => each.height));
  sheet.height = height + LEGEND * SHARPNESS;
  const pen = sheet.getContext('2d');
  drawings.reduce((left, drawing) => {
    pen.drawImage(drawing, left, 0, drawing.width, drawing.height);
    return left + drawing.width;
  }, 0);
  const part = sheet.width / legend.length;
  letters(pen, 12, 400, 'ink');
  pen.strokeStyle = colour('line-strong');
  swatches.forEach((swatch, at) => {
    const { width, height: high } = swatch;
    const top = sheet.height - high;
    pen.drawImage(swatch, at * part, top, width, high);
    pen.strokeRect(at * part + 0.5, top + 0.5, width - 1, high - 1);
    pen.fillText(legend[at].text, at * part + width * 1.25, top + high * 0.8, part - width * 1.5);
  });
  return sheet;
}

/** A drawing of the page as a picture, which does not have the page's styles: they are written on it. */
async function drawn(svg) {
  const copy = styled(svg);
  copy.append(styled(document.querySelector('#hatch')));
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', width * SHARPNESS);
  copy.setAttribute('height', height * SHARPNESS);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const picture = new Image(width * SHARPNESS, height * SHARPNESS);
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  return picture;
}

function styled(node) {
  const copy = node.cloneNode(true);
  const [from, to] = [node, copy].map((each) => [...each.querySelectorAll('path, text, rect, line')]);
  from.forEach((each, at) => {
    const style = getComputedStyle(each);
    INHERITED.forEach((name) => to[at].setAttribute(name, style.getPropertyValue(name)));
  });
  return copy;
}
