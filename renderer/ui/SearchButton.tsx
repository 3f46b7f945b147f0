import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { runCommand } from './commands.ts';

const KEY = /Mac/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl+K';

/** The way to 搜索全部, and its key; where there is little room, the key alone. */
export function SearchButton({ isShort = false }: { readonly isShort?: boolean }) {
  return (
    <Button
      icon={<SearchOutlined aria-hidden />}
      aria-label={`搜索全部（${KEY}）`}
      title="搜索全部：评分项、材料、任务、台账、案例、推荐包"
      onClick={() => runCommand({ name: 'search' })}
    >
      {isShort ? KEY : `搜索 ${KEY}`}
    </Button>
  );
}
