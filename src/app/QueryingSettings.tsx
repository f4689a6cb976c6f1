import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { SettingsDialog, type SettingsDialogProps } from "../features/settings/SettingsDialog";

/** Lives as long as the page, so that what was asked of an endpoint is known when it opens again. */
const queryClient = new QueryClient();

/** The settings, with what they need to ask an endpoint for its models; loaded when first opened. */
export function QueryingSettings(props: SettingsDialogProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <SettingsDialog {...props} />
    </QueryClientProvider>
  );
}
