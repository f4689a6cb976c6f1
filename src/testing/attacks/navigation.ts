import { policy, type Reach } from "./reach";

const leaving = (name: string, layer: string, attack: Reach["attack"]): Reach => ({
  name,
  layer,
  from: ["frame"],
  attack,
});

/** Of the frame, and of its page. A blocked one may still open a connection, and sends nothing on it. */
export const navigation: readonly Reach[] = [
  leaving("location.href", policy.parent, (address) => {
    location.href = address;
  }),
  leaving("location.replace", policy.parent, (address) => {
    location.replace(address);
  }),
  leaving("<meta http-equiv=refresh>", policy.parent, (address) => {
    document.head.append(
      Object.assign(document.createElement("meta"), {
        httpEquiv: "refresh",
        content: `0;url=${address}`,
      }),
    );
  }),
  leaving("a link that is clicked", policy.parent, (address) => {
    const link = Object.assign(document.createElement("a"), { href: address });
    document.documentElement.append(link);
    link.click();
  }),
  leaving("a form that is sent", policy.attribute, (address) => {
    const form = Object.assign(document.createElement("form"), { action: address, method: "post" });
    document.documentElement.append(form);
    form.submit();
  }),
  leaving("a download", policy.attribute, (address) => {
    const link = Object.assign(document.createElement("a"), { href: address, download: "stolen" });
    document.documentElement.append(link);
    link.click();
  }),
  leaving("a frame inside the frame", policy.load, (address) => {
    document.documentElement.append(
      Object.assign(document.createElement("iframe"), { src: address }),
    );
  }),
  leaving("a frame of text inside the frame", policy.script, (address) => {
    const srcdoc = `<script>fetch(${JSON.stringify(address)}, { mode: "no-cors" })</script>`;
    document.documentElement.append(Object.assign(document.createElement("iframe"), { srcdoc }));
  }),
  leaving("a new window", policy.attribute, (address) => {
    window.open(address);
  }),
  {
    name: "the outermost page",
    layer: policy.attribute,
    from: ["frame"],
    takesPage: true,
    attack: (address) => {
      window.open(address, "_top");
    },
  },
  {
    name: "the page around the frame",
    layer: policy.attribute,
    from: ["frame"],
    takesPage: true,
    attack: (address) => {
      parent.location = address;
    },
  },
];
