import { Drawer, Tabs, Typography } from 'antd';
import { bridge } from '../ui/call/bridge.ts';
import { useHost } from '../ui/call/host-store.ts';
import { useCommand } from '../ui/commands.ts';
import { type HelpPart, useHelp } from '../ui/help-store.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { DATA, keyGroups, STEPS, TROUBLE } from './help-words.ts';
import './home.css';

/** 使用说明: the main steps, the keys, where the data is, what to do when. */
export function HelpDrawer({ part }: { readonly part: HelpPart }) {
  useReturnFocus();
  const { show } = useHelp.getState();
  useCommand('close', () => show(undefined), { inDialog: true });
  return (
    <Drawer open title="使用说明" size={560} onClose={() => show(undefined)}>
      <Tabs
        activeKey={part}
        onChange={(key) => show(key as HelpPart)}
        items={[
          { key: 'steps', label: '主要步骤', children: <Steps /> },
          { key: 'keys', label: '键盘操作', children: <Keys /> },
          { key: 'data', label: '我的数据', children: <Data /> },
          { key: 'trouble', label: '遇到问题', children: <Pairs pairs={TROUBLE} /> },
        ]}
      />
    </Drawer>
  );
}

function Steps() {
  return (
    <ol className="home-help-steps">
      {STEPS.map(([name, meaning]) => (
        <li key={name}>
          <strong>{name}</strong>：{meaning}
        </li>
      ))}
    </ol>
  );
}

function Keys() {
  return keyGroups(bridge() ? 'window' : 'browser').map(({ title, keys }) => (
    <section key={title}>
      <h3 className="home-help-title">{title}</h3>
      <Pairs pairs={keys} />
    </section>
  ));
}

function Data() {
  const info = useHost((state) => state.info);
  return (
    <>
      <p>
        数据文件夹：<Typography.Text copyable>{info?.root}</Typography.Text>
      </p>
      {DATA.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="ui-muted">版本 {info?.version}</p>
    </>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl className="home-help-pairs">
      {pairs.map(([name, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
