import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { lineNameIn } from '../../shared/campaign/words.ts';
import { type Basis, basisOf } from '../../shared/standard/basis.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { newest } from '../../shared/campaign/open.ts';
import {
  BODY_LENGTH,
  DESK_LEVEL_LABELS,
  type DeskLevel,
  deskLevelSchema,
} from '../../shared/review/schema.ts';
import { call } from '../ui/call/client.ts';
import { NewByStandard } from '../ui/NewByStandard.tsx';

const LEVELS = deskLevelSchema.options.map((value) => ({ value, label: DESK_LEVEL_LABELS[value] }));

/** Only by an official one is anybody chosen; one's own was put here to be used. */
const BASES: readonly Basis[] = ['official', 'custom', 'reference'];

function firstStandard(standards: readonly Standard[]): Standard | undefined {
  return BASES.flatMap((basis) => standards.filter((each) => basisOf(each) === basis))[0];
}

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => Promise<void>;
}

/** Packages are judged by the campaign and the standard chosen here, whatever they bring themselves. */
export function NewDesk(way: Props) {
  const [level, setLevel] = useState<DeskLevel>('body');
  const [body, setBody] = useState('');
  return (
    <NewByStandard
      {...way}
      title="新建核验台"
      name={{ label: '名称', missing: '请填写名称', example: '如：第二批省标兵推荐' }}
      campaignHint={(campaign, standard) =>
        `期限、名额和${lineNameIn(campaign, standard)}按这里选的活动判断。`
      }
      // A desk works on what was handed in, so mostly after the last day.
      closed="offered"
      firstOf={({ standards, campaigns }) => {
        const campaign = newest(campaigns.filter(({ kind }) => kind !== 'practice')) ?? campaigns[0];
        return {
          name: campaign?.shortTitle,
          standardId: firstStandard(standards)?.id,
          campaignId: campaign?.id,
        };
      }}
      nameBy={({ shortTitle }) => shortTitle}
      create={({ name, ...by }) =>
        call('createDesk', {
          title: name,
          level,
          ...(level === 'body' && body.trim() !== '' && { body: body.trim() }),
          ...by,
        })
      }
      more={
        <>
          <Form.Item
            label="核验台归属"
            htmlFor="new-desk-level"
            extra="名额按它计算，以后可以在排名与择优里改。"
          >
            <Select<DeskLevel> id="new-desk-level" value={level} onChange={setLevel} options={LEVELS} />
          </Form.Item>
          {level === 'body' && (
            <Form.Item label="推荐单位" htmlFor="new-desk-body" extra="可以以后再填。">
              <Input
                id="new-desk-body"
                value={body}
                maxLength={BODY_LENGTH}
                placeholder="如：郑州市"
                onChange={({ target }) => setBody(target.value)}
              />
            </Form.Item>
          )}
        </>
      }
    />
  );
}
