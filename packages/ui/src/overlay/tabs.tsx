import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { tabListClasses } from "./tab-look";

export interface TabItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: readonly TabItem[];
  /** Id of the open tab. Keep it in the address, so that it can be shared. */
  value: string;
  onValueChange: (id: string) => void;
}

/** Views of one thing that take turns. Where each has its own address, use TabLinks. */
export function Tabs({ label, tabs, value, onValueChange }: TabsProps) {
  return (
    <Base.Root value={value} onValueChange={(next) => onValueChange(String(next))}>
      <Base.List aria-label={label} className={tabListClasses}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className="tab">
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="pt-5">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
