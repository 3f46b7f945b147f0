import type { Rectangle } from 'electron';

/** In CSS px at 100 %: below this the pages scroll. */
const SMALLEST = { width: 640, height: 480 };
/** On the first start, where the screen has room for it. */
const COMFORTABLE = { width: 1280, height: 720 };
/** A smaller work area is filled from the first start on. */
const ROOMY = { width: 1440, height: 800 };
/** What the system draws around a window: on Linux it comes on top of the bounds. */
const FRAME = { width: 16, height: 48 };

/** A window as it was left: where it stands while it is not maximised. */
export interface Kept extends Rectangle {
  readonly maximized: boolean;
}

export interface Placement {
  readonly bounds: Rectangle;
  readonly minimum: { readonly width: number; readonly height: number };
  readonly maximized: boolean;
}

/**
 * Where a window stands so that nothing of it lies off the screen. `area`: the work area of the display that it is to
 * be on, in the display's own independent px (what the scale of the system leaves of the screen).
 */
export function placementIn(area: Rectangle, kept: Kept | undefined): Placement {
  const room = { width: area.width - FRAME.width, height: area.height - FRAME.height };
  const wanted = kept ?? COMFORTABLE;
  const width = Math.min(wanted.width, room.width);
  const height = Math.min(wanted.height, room.height);
  const middle = { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2 };
  const { x, y } = kept ?? middle;
  return {
    bounds: {
      x: Math.round(between(x, area.x, area.x + area.width - width)),
      y: Math.round(between(y, area.y, area.y + area.height - height)),
      width,
      height,
    },
    minimum: {
      width: Math.min(SMALLEST.width, room.width),
      height: Math.min(SMALLEST.height, room.height),
    },
    maximized: kept?.maximized ?? (area.width < ROOMY.width || area.height < ROOMY.height),
  };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
