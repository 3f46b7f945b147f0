import packageJson from '../../../package.json' with { type: 'json' };

/** Name and version of this program, as a package names who made it. */
export const SOFTWARE = `biaobing ${packageJson.version}`;
