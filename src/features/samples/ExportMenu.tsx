import { Download } from "lucide-react";
import { toast } from "sonner";
import { exportFormats } from "../../domain/export/formats";
import type { Sample } from "../../domain/sample";
import { Button } from "../../ui/Button";
import { downloadText } from "../../ui/downloadText";
import { Menu } from "../../ui/Menu";
import { samplesWords } from "./describeSample";

type ExportMenuProps = {
  samples: readonly Sample[];
  /** Whether the samples are the selected ones, or all that are shown. */
  isSelection: boolean;
};

/** Downloads samples in one of the file formats. */
export function ExportMenu({ samples, isSelection }: ExportMenuProps) {
  const heading = `Export ${samplesWords(samples.length)} ${isSelection ? "selected" : "shown"}`;
  const items = exportFormats.map((format) => ({
    label: `${format.title} (.jsonl)`,
    description: format.explanation,
    onSelect: () => {
      downloadText(format.fileName, format.write(samples), "application/jsonl");
      toast.success(`${samplesWords(samples.length)} exported`, { description: format.fileName });
    },
  }));
  return (
    <Menu
      align="end"
      groups={[{ label: heading, items }]}
      trigger={
        <Button variant="primary" icon={<Download />} disabled={samples.length === 0}>
          Export
        </Button>
      }
    />
  );
}
