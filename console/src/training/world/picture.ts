import {say} from '../names';

/** One grey pixel, for where nothing can be drawn. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPo7+8HAAP+Af5jO3ZLAAAAAElFTkSuQmCC';
const WIDTH = 720;
const LINE = 44;

/** A paper of this world: its lines, the first one its title, a round seal, and across all of it that it is none. */
export async function picture(lines: readonly string[]): Promise<Blob> {
  const height = 220 + lines.length * LINE;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = height;
  const pen = drawing(canvas);
  if (pen === null) return new Blob([Uint8Array.from(atob(PIXEL), (each) => each.charCodeAt(0))], {type: 'image/png'});
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, height);
  pen.strokeStyle = '#444';
  pen.strokeRect(16, 16, WIDTH - 32, height - 32);
  pen.fillStyle = '#111';
  pen.textAlign = 'center';
  pen.font = 'bold 30px serif';
  pen.fillText(lines[0] ?? '', WIDTH / 2, 80);
  pen.textAlign = 'left';
  pen.font = '20px serif';
  lines.slice(1).forEach((line, at) => pen.fillText(line, 64, 140 + at * LINE));
  seal(pen, WIDTH - 150, height - 110);
  pen.save();
  pen.translate(WIDTH / 2, height / 2);
  pen.rotate(-0.4);
  pen.textAlign = 'center';
  pen.font = 'bold 84px sans-serif';
  pen.fillStyle = 'rgba(200, 90, 0, 0.16)';
  pen.fillText('演练 TRAINING', 0, 0);
  pen.restore();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('nothing was drawn'))), 'image/png');
  });
}

/** Browsers without a canvas have none to give. */
function drawing(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return /jsdom/i.test(navigator.userAgent) ? null : canvas.getContext('2d');
}

function seal(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.save();
  pen.strokeStyle = pen.fillStyle = 'rgba(190, 30, 30, 0.75)';
  pen.lineWidth = 4;
  pen.beginPath();
  pen.arc(x, y, 62, 0, 2 * Math.PI);
  pen.stroke();
  pen.textAlign = 'center';
  pen.font = 'bold 20px serif';
  pen.fillText(say('name.county'), x, y - 4);
  pen.font = '18px serif';
  pen.fillText(say('tale.seal'), x, y + 26);
  pen.restore();
}
