<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="eo" sourcelanguage="en">
<context>
    <name>mend::ui::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Paĝoj</translation>
    </message>
</context>
</TS>
