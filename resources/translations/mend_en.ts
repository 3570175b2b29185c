<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>mend::ui::Seam</name>
    <message numerus="yes">
        <source>%n kept and confirmed</source>
        <translation>
            <numerusform>%n kept and confirmed</numerusform>
            <numerusform>%n kept and confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly kept</source>
        <translation>
            <numerusform>%n partly kept</numerusform>
            <numerusform>%n partly kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kept, told first</source>
        <translation>
            <numerusform>%n not kept, told first</numerusform>
            <numerusform>%n not kept, told first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen differently</source>
        <translation>
            <numerusform>%n seen differently</numerusform>
            <numerusform>%n seen differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excused</source>
        <translation>
            <numerusform>%n excused</numerusform>
            <numerusform>%n excused</numerusform>
        </translation>
    </message>
</context>
</TS>
