import { describe, expect, it } from 'vitest';
import { COLOURS, faded, looks, setLooks } from '../../renderer/ui/tokens.ts';

/** WCAG's relative luminance of #rgb or #rrggbb. */
function luminance(colour: string): number {
  const [, red = '', green = '', blue = ''] =
    /^rgb\((\d+) (\d+) (\d+) \/ 1\.000\)$/.exec(faded(colour, 1)) ?? [];
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the looks', () => {
  it('are given to the page as antd has made them of its theme', () => {
    const root = document.createElement('div');
    setLooks(root);
    expect(
      Object.keys(looks()).filter((name) => /^$|undefined|NaN/.test(root.style.getPropertyValue(name))),
    ).toEqual([]);
    expect(root.style.getPropertyValue('--accent')).toBe(COLOURS.accent);
    expect(root.style.getPropertyValue('--paper')).toBe('#ffffff');
    expect(root.style.getPropertyValue('--radius')).toBe('4px');
    expect(root.style.getPropertyValue('--shadow')).toBe('rgb(0 0 0 / 0.200)');
  });

  it('fade a colour', () => {
    expect(faded('#b3261e', 0.55)).toBe('rgb(179 38 30 / 0.550)');
    expect(faded('#0af', 1)).toBe('rgb(0 170 255 / 1.000)');
  });

  const inks = [
    'ink',
    'ink-soft',
    'ink-faint',
    'accent',
    'accent-deep',
    'good-deep',
    'warn-deep',
    'bad-deep',
    'bad',
  ];
  it.each(inks)('can be read: %s on everything that words stand on (WCAG AA)', (ink) => {
    const made = looks();
    const tooPale = [
      'paper',
      'page',
      'well',
      'shade',
      'accent-soft',
      'info-soft',
      'warn-soft',
      'marked',
    ].filter((ground) => contrast(made[`--${ink}`] ?? '', made[`--${ground}`] ?? '') < 4.5);
    expect(tooPale).toEqual([]);
  });
});
