<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>mend::ui::SharingCard</name>
    <message numerus="yes">
        <location filename="../../ui/pages/partner/sharing_card.cpp" line="74"/>
        <source>%n things of yours wait to be shared.</source>
        <translation>
            <numerusform>%n thing of yours waits to be shared.</numerusform>
            <numerusform>%n things of yours wait to be shared.</numerusform>
        </translation>
    </message>
</context>
</TS>
