import { repair } from "./repair";
await repair();
process.exit(0);
