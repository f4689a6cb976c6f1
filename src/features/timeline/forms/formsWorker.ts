/** The worker that writes forms and counts their tokens: the vocabulary is loaded in it alone. */
import { countTokens } from "./countTokens";
import { createFormsDesk } from "./formsDesk";
import type { FormsRequest } from "./formsMessages";

const take = createFormsDesk(countTokens, (answer) => {
  self.postMessage(answer);
});

self.addEventListener("message", (event: MessageEvent<FormsRequest>) => {
  take(event.data);
});
