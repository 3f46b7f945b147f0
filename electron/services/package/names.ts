import { leadsOutside } from '../../../shared/package/bag.ts';
import { foldName, isHardForWindows } from '../../../shared/values/portable-names.ts';
import type { BagSource, Findings } from './source.ts';

/** A file or folder as it is called, seen once; numbers stand for the whole path, so that no depth makes it slow. */
interface Place {
  readonly own: number;
  /** The number of the first that a desktop takes for the same. */
  readonly alike: number;
  readonly isFile: boolean;
}

/**
 * Files and folders that some desktop takes for one another, or cannot create: a foreign bag may have them, ours
 * never. What no system can unpack, nobody may have.
 */
export function checkNames({ files }: BagSource, bagOnly: boolean, findings: Findings): void {
  const places = new Map<string, Place>();
  const firsts = new Map<string, { readonly number: number; readonly path: string }>();
  const mixed = new Set<Place>();
  for (const { path } of files) {
    const names = path.split('/');
    if (names.some(isHardForWindows)) findings.remark('windows-name', path, '这个名称在 Windows 上无法解压');
    let [own, alike, end] = [0, 0, -1];
    for (const name of names) {
      end += name.length + 1;
      const isFile = end === path.length;
      const key = `${own}/${name}`;
      let place = places.get(key);
      if (place && place.isFile !== isFile && !mixed.has(place)) {
        mixed.add(place);
        findings.add('unsafe', 'collision', path.slice(0, end), '既是文件又是文件夹，解压不出来');
      }
      if (!place) {
        const folded = `${alike}/${foldName(name)}`;
        const twin = firsts.get(folded);
        const first = twin ?? { number: firsts.size + 1, path: path.slice(0, end) };
        if (twin) tellTwin(path.slice(0, end), twin.path, bagOnly, findings);
        else firsts.set(folded, first);
        place = { own: places.size + 1, alike: first.number, isFile };
        places.set(key, place);
      }
      ({ own, alike } = place);
    }
  }
}

function tellTwin(path: string, twin: string, bagOnly: boolean, findings: Findings): void {
  const words = `与“${twin}”只差大小写或 Unicode 写法，在 Windows 上会互相覆盖或解压不全`;
  if (bagOnly) findings.remark('collision', path, words);
  else findings.add('unsafe', 'collision', path, words);
}

/** Why an unsafe path is followed nowhere. */
export function unsafeWords(path: string): string {
  return leadsOutside(path)
    ? '路径会指到包外'
    : '路径里有“.”“..”、反斜杠等不规范的写法，不同的软件会认成不同的位置';
}
