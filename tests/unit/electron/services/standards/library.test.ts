import { describe, expect, it } from 'vitest';
import { chosenFrom, loadLibrary } from '../../../../../electron/services/standards/library.ts';
import { smallResources } from '../fixture.ts';

describe('what is chosen of the library', () => {
  it('is the standard and the campaign of these ids', async () => {
    const library = await loadLibrary(await smallResources());
    const [first] = library.campaigns;
    const wish = { standardId: 'small', campaignId: first!.id };
    const { standard, campaign } = chosenFrom(library, wish, '没有建立核验台。');
    expect([standard.standard.id, campaign]).toEqual(['small', first]);
  });

  it.each([
    ['small', 'gone', '找不到所选的推荐活动。'],
    ['gone', 'gone', '找不到所选的验收标准。'],
  ])(
    'is refused in words where standard %s or campaign %s is gone',
    async (standardId, campaignId, message) => {
      const library = await loadLibrary(await smallResources());
      expect(() => chosenFrom(library, { standardId, campaignId }, '没有建立核验台。')).toThrow(
        expect.objectContaining({
          failure: {
            code: 'not-in-library',
            message,
            effect: '没有建立核验台。',
            remedy: '请刷新后重新选择。',
          },
        }),
      );
    },
  );
});
