/** Addresses of the sandbox's files, relative to the app's page. See scripts/sandboxPlugin.ts. */
declare module "virtual:sandbox" {
  export const pageFile: string;
  export const runtimeFile: string;
  export const snapshotFile: string;
}
